/** A fault that the person at the terminal can act on: its message is the whole story. */
export class Refusal extends Error {}

/** On standard error: what a command prints on standard output belongs to that command. */
export function say(sentence) {
  process.stderr.write(`potbank: ${sentence}\n`);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
