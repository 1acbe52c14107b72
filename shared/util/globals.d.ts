/** The only ambient names shared code may use beyond ECMAScript: both exist in Node and in browsers. */
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
declare function structuredClone<T>(value: T): T;
