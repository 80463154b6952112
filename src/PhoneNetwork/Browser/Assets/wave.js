/**
 * Reads a WAV file of the kinds that telephony uses: mu-law, A-law and 16-bit PCM.
 * Browsers differ in which of these they decode, so the page does it itself.
 * @returns {{ sampleRate: number, samples: Float32Array } | null} null for any other content.
 */
export function readWave(buffer) {
  const view = new DataView(buffer);
  if (view.byteLength < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') {
    return null;
  }
  let format = null;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    if (tag(view, at) === 'fmt ' && at + 24 <= view.byteLength) {
      format = {
        code: view.getUint16(at + 8, true),
        channels: view.getUint16(at + 10, true),
        sampleRate: view.getUint32(at + 12, true),
        bits: view.getUint16(at + 22, true),
      };
    }
    if (tag(view, at) === 'data') {
      const length = Math.min(size, view.byteLength - at - 8);
      return format?.channels === 1 ? decode(format, view, at + 8, length) : null;
    }
    at += 8 + size + (size & 1);
  }
  return null;
}

function decode(format, view, start, length) {
  const read = {
    '1/16': [2, at => view.getInt16(at, true)],
    '6/8': [1, at => fromALaw(view.getUint8(at))],
    '7/8': [1, at => fromMuLaw(view.getUint8(at))],
  }[`${format.code}/${format.bits}`];
  if (!read) {
    return null;
  }
  const [width, sampleAt] = read;
  const samples = new Float32Array(Math.floor(length / width));
  for (let i = 0; i < samples.length; i++) {
    samples[i] = sampleAt(start + i * width) / 32768;
  }
  return { sampleRate: format.sampleRate, samples };
}

/** ITU-T G.711, mu-law: all bits inverted, then sign, exponent and mantissa with a bias of 132. */
function fromMuLaw(code) {
  const bits = ~code & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + 132) << ((bits & 0x70) >> 4);
  return bits & 0x80 ? 132 - magnitude : magnitude - 132;
}

/** ITU-T G.711, A-law: every other bit inverted. */
function fromALaw(code) {
  const bits = code ^ 0x55;
  const exponent = (bits & 0x70) >> 4;
  const mantissa = (bits & 0x0f) << 4;
  const magnitude = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return bits & 0x80 ? magnitude : -magnitude;
}

function tag(view, at) {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
