/** Which placeholders hold secrets, by their names. */

const SECRET =
  /pass(?:word|wd|phrase|code)|pwd|secret|token|key|credential|(?:^|[ _.-])pass(?:$|[ _.-])/i;

/**
 * Whether a value under this name is taken for a secret: never stored, and hidden
 * while it is typed. Rather one too many: `data/placeholders.yml` can say otherwise.
 */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}
