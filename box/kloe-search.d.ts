/** The element `<kloe-search>`: its attributes, its events and what they carry. */

/** The attributes of the element. Several values of a filter are separated with `;`. */
export interface KloeSearchAttributes {
  /** Kloe's address; by default, where the script came from. Give it where the script is part of a bundle. */
  src?: string;
  /** The words above the box. */
  label?: string;
  /** The words in the box. */
  placeholder?: string;
  /** How many passages to show, 1 to 50; by default 8. */
  limit?: number | `${number}`;
  authority?: string;
  year?: string;
  kind?: string;
}

/** A passage that was found; Kloe's API documentation describes what else it holds. */
export interface KloeResult {
  text: string;
  reference: string;
  /** The passage's page on Kloe. */
  url: string;
  /** Where the document was published, where that is known. */
  published_url?: string | null;
  [name: string]: unknown;
}

export interface KloeChoice {
  result: KloeResult;
  /** The whole address of the passage's page. */
  url: string;
}

export interface KloeProblem {
  /** What the reader is told. */
  message: string;
  /** What only a developer can put right; empty if nothing is. */
  developer: string;
}

export interface KloeSearchEventMap extends HTMLElementEventMap {
  /** Somebody chose a passage; `preventDefault()` keeps the page. */
  "kloe-choose": CustomEvent<KloeChoice>;
  /** A search did not work. */
  "kloe-problem": CustomEvent<KloeProblem>;
}

export interface KloeSearchElement extends HTMLElement {
  addEventListener<Name extends keyof KloeSearchEventMap>(
    type: Name,
    listener: (this: KloeSearchElement, event: KloeSearchEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof KloeSearchEventMap>(
    type: Name,
    listener: (this: KloeSearchElement, event: KloeSearchEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "kloe-search": KloeSearchElement;
  }
}
