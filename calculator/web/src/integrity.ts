/**
 * Integrity: no part of the program is used unless it is, byte for byte, what was built.
 *
 * The bytes pass on while they arrive, so that WebAssembly is compiled meanwhile; only the last piece
 * waits for the hash of all of them. Without it nothing can be run.
 */
import type { Failure, Part } from "./protocol";

/** `SubtleCrypto` is there over HTTPS and on the device itself; elsewhere the browser compares, all at once. */
const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;

/** How a part is asked for. */
export function asked({ integrity }: Part): RequestInit {
  return subtle === undefined ? { integrity } : {};
}

/** Pass a part on, its last piece only when all of it is right. */
export function checked(part: Part, refuse: () => Promise<Failure>): TransformStream<Uint8Array, Uint8Array> {
  if (subtle === undefined) return new TransformStream();
  const pieces: Uint8Array[] = [];
  return new TransformStream({
    transform(piece, controller) {
      const before = pieces[pieces.length - 1];
      pieces.push(piece);
      if (before !== undefined) controller.enqueue(before);
    },
    async flush(controller) {
      const digest = await subtle.digest("SHA-256", joined(pieces));
      if (`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` !== part.integrity) throw await refuse();
      const last = pieces[pieces.length - 1];
      if (last !== undefined) controller.enqueue(last);
    },
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.byteLength;
  }
  return whole;
}
