const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What stands before the name of a member of staff or a parent. */
export const honorifics = set("mr mrs ms miss mx dr prof professor sir master");

/** The last word of what a place of learning is called. */
export const institutions = set(`
  school schools academy academies college primary infant infants junior juniors nursery preschool university trust
  federation sixth grammar hub church centre center library museum hospital council association society institute
  foundation project programme road street avenue lane park house hall`);

/** Capitalised words of schools that are no names of pupils: subjects, times, roles, faiths, places, tests, products. */
export const ordinaryWords = set(`
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
  spring summer autumn winter christmas easter diwali eid ramadan hanukkah halloween lent advent michaelmas
  year years key stage reception nursery early term half week day lesson lessons unit module set class form group groups
  head headteacher deputy assistant teacher teachers pupil pupils student students child children parent parents senco
  sendco ta tas governor governors ofsted
  english maths mathematics science biology chemistry physics history geography computing ict music art drama dance pe
  pshe rshe rse re religious education design technology french spanish german latin greek mandarin chinese arabic urdu
  polish romanian punjabi bengali gujarati somali welsh irish scottish british european african asian american indian
  pakistani bangladeshi victorian victorians roman romans tudor tudors viking vikings egyptian egyptians anglo saxon
  saxons celts stuarts georgian medieval shakespearean
  christian christianity catholic anglican muslim muslims islam islamic hindu hinduism sikh sikhism jewish judaism
  buddhist buddhism quaker god bible quran torah
  phonics literacy numeracy oracy reading writing spelling grammar vocabulary fractions handwriting metacognition
  feedback retrieval scaffolding scaffold marking homework tuition mastery interleaving questioning modelling behaviour
  assembly playground toolkit toolkits evidence research
  england scotland wales ireland britain london birmingham manchester leeds liverpool bradford stoke trent staffordshire hanley
  burslem tunstall longton fenton europe africa asia america france spain germany india pakistan poland ukraine syria
  google microsoft teams zoom word excel powerpoint youtube ipad ipads chromebook chromebooks kahoot quizlet quizizz
  padlet seesaw tapestry classdojo dojo showbie plickers mentimeter nearpod numicon dienes cuisenaire numbots sumdicts
  wordwall purple mash twinkl oak mathletics educake seneca sparx hegarty tassomai century lexia nessy idl bedrock
  accelerated reader fluency boomreader spag sats sat phonic mathsbot desmos geogebra scratch minecraft lego
  macbeth hamlet juliet romeo othello prospero scrooge cratchit dickens shakespeare priestley inspector goole birling
  eva gatsby orwell steinbeck lennie frankenstein jekyll hyde beowulf gruffalo matilda wonka
  pythagoras newton darwin einstein archimedes fibonacci venn carroll fermat curie mendel
  rosenshine bloom bloom's hattie wiliam sweller vygotsky piaget bruner dweck dewey skinner pavlov maslow frayer
  cornell kagan socratic socrates freire willingham christodoulou sherrington lemov clarke quigley black leitner
  ebbinghaus bjork karpicke mayer paivio likert leuven leuvens ferre laevers boxall frayers beck hochman alexander
  eef dfe npq ect ects itt send eal fsm sen sencos ehcp ks1 ks2 ks3 ks4 ks5 gcse gcses btec
  i i'm i'd i've i'll ok pp`);

/** Programmes and places of more than one word. */
export const ordinaryPhrases: readonly string[] = [
  "Little Wandle",
  "Read Write Inc",
  "Times Tables Rock Stars",
  "Accelerated Reader",
  "White Rose",
  "Talk for Writing",
  "Power Maths",
  "Rosetta Stone",
  "Lexia Core5",
  "Jolly Phonics",
  "Sounds-Write",
  "Stoke-on-Trent",
  "Newcastle-under-Lyme",
  "Pie Corbett",
  "Jane Considine",
  "Barak Rosenshine",
  "Dylan Wiliam",
  "John Hattie",
  "John Sweller",
  "Daniel Willingham",
  "Alex Quigley",
  "Tom Sherrington",
  "Doug Lemov",
  "Mary Myatt",
  "Benjamin Bloom",
  "Anne Frank",
  "Rosa Parks",
  "Mary Seacole",
  "Florence Nightingale",
  "Martin Luther King",
  "Nelson Mandela",
  "Guy Fawkes",
  "Henry VIII",
  "Queen Victoria",
  "Roald Dahl",
  "Harry Potter",
  "Michael Morpurgo",
  "Oliver Twist",
  "Romeo and Juliet",
  "Lady Macbeth",
  "Ebenezer Scrooge",
  "Cold War",
  "Black Death",
];

/** Given names that are words or months as well: at the start of a sentence they are names only before a person's verb. */
export const doubtfulNames = set(`
  will mark grace may april june august summer autumn hope faith joy rose poppy lily daisy holly ivy violet olive hazel
  iris jasmine amber ruby pearl jade crystal dawn eve art drew pat sue bill bob jack frank grant rob rich nick dean
  chase hunter archer mason carter miles max reed clay cliff glen heath lane ray guy jay robin martin wade ross victor
  christian destiny honey bonnie melody harmony aria skye sky willow rowan ash ashton penny patience prudence charity
  angel blessing precious favour success prince king rex leo luna nova aurora dale dan don gene iva kit lance les norm
  peter star storm trinity serenity genesis tiger bear river ocean forest`);

/** Given names that pupils in England often have and the tagger's lexicon lacks or doubts. */
export const givenNames = set(`
  oliver george arthur noah muhammad mohammed mohamed mohammad leo oscar harry archie jack henry charlie freddie theodore
  thomas finley theo alfie jacob william isaac tommy joshua lucas max mason teddy roman arlo reggie louie jaxon harrison
  luca toby caleb elijah albie alexander daniel edward reuben hugo rory jude ezra zachary sonny bobby ronnie frankie
  kai ollie rowan blake jesse nathan otis jayden kayden kaiden brayden callum connor kieran liam owen ryan rhys dylan
  ewan finn cian aiden aidan tyler taylor jamie kyle josh zach ben sam alex lewis luke matthew adam aaron jordan dominic
  olivia amelia isla ava ivy freya lily florence mia willow rosie sophia isabella grace daisy sienna poppy elsie emily
  ella evelyn phoebe evie charlotte harper millie matilda maya sofia isabelle eliza eleanor alice erin maisie ruby jessica
  chloe hannah lola imogen zara ellie violet thea esme bella molly orla niamh aoife saoirse siobhan siobhán sinead bethan
  cerys carys megan ffion seren nia lowri gwen ellie-mae lilly-mae lacey kayleigh kelsey demi paige courtney shannon
  aisha ayesha fatima maryam mariam zainab zaynab khadija amina amira aaliyah aliyah hafsa safiya sumaya layla leila noor
  ali ahmed ahmad ibrahim ismail yusuf yousef hamza bilal omar umar usman hassan hussain haider zain zayn ayaan rayyan
  abdullah abdul imran kamran tariq faisal farhan rehan shahid priya ananya aarav arjun vihaan rohan dev diya isha kavya
  anika riya neha pooja sanjay vijay rahul ravi raj amit sunil anil gurpreet harpreet manpreet jaspreet simran jasleen
  harleen navdeep jaskaran gurdeep oluwaseun oluwatobi tobi temitope ayomide ifeoluwa chidi chinedu chiamaka ngozi amara
  emeka kwame kofi ama abena adwoa kwabena yaw esi fatou mamadou abdi hodan ayaan krzysztof zofia jakub oliwia julia maja
  hanna lena filip szymon wojciech mateusz kacper tomasz dariusz piotr pawel paweł agnieszka malgorzata katarzyna ania
  andrei ioana stefan mihai elena alexandru daria maksim dmytro oleksandr oksana olena anastasia natalia nikola mateo
  thiago joao joão beatriz inês ines wei ming jing xin yuki haruto kenji minh linh thi nguyen`);

/** Verbs of which the subject is a person: with an unknown word before them at the start of a sentence, a name. */
export const personVerbs = set(`
  said says asked asks told tells replied answered answers explained explains whispered shouted smiled laughed cried
  wrote writes drew read reads thought felt feels knew knows liked likes loved loves hated enjoyed enjoys wanted wants
  struggled struggles refused refuses sat stood raised joined arrived left managed manages tried tries noticed realised
  remembered forgot forgets finds chose copied counted guessed hid ran sobbed gave hesitated volunteered admitted
  suggested spoke speaks stopped joined came comes went gets goes stayed moved attends attended lives`);

/** Verbs that things have as well: a name only where "he" or "she" follows. */
export const anyVerbs = set(`
  is was has had can could will would did does didn't doesn't couldn't can't wasn't isn't hasn't hadn't won't wouldn't
  got needed needs seemed seems began started starts found made makes worked works still also then never always often
  only who whose showed shows became used uses took takes`);

/** Endings of words that name things and doings. */
export const thingEnding =
  /(?:ing|tion|sion|ment|ness|ity|ism|ship|ance|ence|ology|ics|ers|ors|ful|less|ive|able|ally|ly|age|ed|ies|ups?|work|book|books|cards?|time)$/;
