/** What a helper is written from. */
export interface HelperText {
  text: string;
  imports?: string[];
  /** Other helpers that it calls. */
  needs?: string[];
  /** Further names that the text declares. */
  alsoNamed?: string[];
}
