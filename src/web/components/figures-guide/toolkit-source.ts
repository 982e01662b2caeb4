/** Where the EEF says how the figures of its toolkits are made; the pages of each figure are below it. */
export const toolkitSource =
  "http://educationendowmentfoundation.org.uk/evidence-summaries/about-the-toolkits";
