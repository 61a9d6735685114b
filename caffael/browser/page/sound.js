// Plays the sounds that the board asks for. A browser lets a page be heard once somebody has pressed something.

const sounds = new Map();
let speaker = null;

export async function play({ name, content, volume }) {
  try {
    if (speaker === null) speaker = new AudioContext();
    if (content) sounds.set(name, speaker.decodeAudioData(content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength)));
    if (volume === undefined) return;
    if (speaker.state === "suspended") await speaker.resume();
    const source = new AudioBufferSourceNode(speaker, { buffer: await sounds.get(name) });
    const loud = new GainNode(speaker, { gain: volume });
    source.connect(loud).connect(speaker.destination);
    source.start();
  } catch {
    // silence: nothing depends on a sound
  }
}
