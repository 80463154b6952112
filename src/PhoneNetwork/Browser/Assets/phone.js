import { Captions } from './captions.js';
import { Line } from './line.js';
import { Sound } from './sound.js';
import { Steps } from './steps.js';
import { Voices } from './voices.js';

const LETTERS = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+' };
const NAMES = { '*': 'Star', '#': 'Hash' };
const STATES = {
  connecting: 'Connecting',
  ready: 'Ready',
  ringing: 'Somebody calls you',
  calling: 'Calling',
  connected: 'Connected',
  over: 'Call ended',
  lost: 'The host does not answer; trying again',
};

const get = id => document.getElementById(id);
const sound = new Sound();
const captions = new Captions(get('captions'), get('captions-empty'));
const steps = new Steps(get('steps-list'), get('steps-count'));
const line = new Line('/phone/line');
const keys = new Map();
let state = 'connecting';
let showing = false;
let answeredAt = 0;
let clock = 0;
let incoming = null;
let voices = null;
let talking = '';

for (const key of '123456789*0#') {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'key';
  button.append(key);
  button.dataset.letters = LETTERS[key] ?? '';
  if (NAMES[key]) {
    button.ariaLabel = NAMES[key];
  }
  button.addEventListener('click', () => press(key));
  keys.set(key, button);
  get('keypad').append(button);
}

get('call').addEventListener('click', callOrAnswer);
get('end').addEventListener('click', hangUp);
get('mute').addEventListener('click', () => mute(!voices?.muted));
get('withheld').addEventListener('change', ({ target }) => { get('from').disabled = target.checked; });
get('from').addEventListener('change', ({ target }) => {
  sessionStorage.setItem('from', target.value);
  beReached();
});

document.addEventListener('keydown', event => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
    return;
  }
  if (event.key === 'Escape') {
    hangUp();
  } else if (event.key === 'Enter' && !inCall() && !target.closest('button, summary, a, input[type="checkbox"]')) {
    event.preventDefault();
    callOrAnswer();
  } else if (keys.has(event.key) && !target.closest('input')) {
    event.preventDefault();
    press(event.key);
    const button = keys.get(event.key);
    button.classList.add('down');
    setTimeout(() => button.classList.remove('down'), 150);
  }
});

line.addEventListener('welcome', ({ detail }) => {
  get('to').textContent = spaced(detail.to);
  get('from').value = sessionStorage.getItem('from') ?? detail.from;
  get('hints-list').replaceChildren(...detail.hints.map((hint) => {
    const item = document.createElement('li');
    item.textContent = hint;
    return item;
  }));
  get('hints').hidden = detail.hints.length === 0;
  become('ready');
  beReached();
});
line.addEventListener('incoming', ({ detail: { call, from } }) => {
  incoming = call;
  alertOf('');
  captions.clear();
  steps.clear();
  captions.note(`A call from ${spaced(from)}: Enter or the green key answers, Escape refuses.`);
  become('ringing');
  get('call').focus({ preventScroll: true });
});
line.addEventListener('lost', () => become('lost'));
line.addEventListener('refused', ({ detail }) => {
  alertOf(detail.reason);
  if (state === 'calling') {
    become('ready');
  }
});
line.addEventListener('status', ({ detail: { value } }) => {
  if (value === 'ringing') {
    sound.signal('ringing');
  } else if (value === 'in-progress') {
    sound.signal(null);
    answeredAt = performance.now();
    become('connected');
  } else if (!['queued', 'initiated'].includes(value)) {
    become('over', value);
  }
});
line.addEventListener('play', ({ detail: { name, text, language, audio } }) => {
  if (audio) {
    sound.play(audio).catch(() => captions.note(`${name} cannot be played by this browser.`));
  }
  captions.begin(text ?? `♪ ${name}`, language);
});
line.addEventListener('say', ({ detail: { text, language } }) => {
  if (!language) {
    captions.note(`Somebody says: ${text}`);
    return;
  }
  if (!sound.say(text, language)) {
    get('voice-note').textContent = `This browser has no voice for ${language}: text that has no recording is shown, not spoken.`;
    get('voice-note').hidden = false;
  }
  captions.begin(text, language);
});
line.addEventListener('message', ({ detail: { from, body } }) => captions.note(`Text message from ${spaced(from)}: ${body}`));
line.addEventListener('tones', ({ detail: { digits } }) => {
  sound.keys(digits);
  captions.note(`Tones: ${digits}`);
});
line.addEventListener('tone', ({ detail: { kind } }) => {
  sound.signal(kind);
  captions.note({ ringing: 'Ringing', holdMusic: '♪ Music', beep: 'Beep' }[kind]);
});
line.addEventListener('peers', ({ detail: { list } }) => {
  voices?.connect(list);
  talk(list.filter(peer => peer.heard).map(peer => peer.name.replace('client:', '')).join(', '));
});
line.addEventListener('fromPeer', ({ detail: { peer, data } }) => voices?.receive(peer, data));
line.addEventListener('silence', () => {
  sound.silence();
  captions.quiet();
});
line.addEventListener('step', ({ detail }) => {
  steps.add(detail);
  if (detail.kind === 'Document') {
    captions.pause();
  }
});

// Drawn while there is something to hear: a page at rest leaves the battery alone.
function show() {
  const level = Math.min(1, sound.level() * 4);
  get('level').style.setProperty('--level', level.toFixed(3));
  if (state === 'connected') {
    const seconds = Math.floor((performance.now() - answeredAt) / 1000);
    if (seconds !== clock) {
      clock = seconds;
      get('timer').textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    }
  }
  if (inCall() || level > 0) {
    requestAnimationFrame(show);
  } else {
    showing = false;
  }
}

/** Calls to this window's number ring here. */
function beReached() {
  line.send({ type: 'at', number: fromNumber() });
}

function fromNumber() {
  return get('from').value.replace(/[\s-]/g, '');
}

function callOrAnswer() {
  if (state === 'ringing') {
    answer();
  } else {
    dial();
  }
}

async function answer() {
  const call = incoming;
  incoming = null;
  if (call) {
    await begin();
    line.send({ type: 'accept', call });
  }
}

async function dial() {
  if (inCall() || state === 'ringing' || state === 'connecting' || state === 'lost') {
    return;
  }
  alertOf('');
  captions.clear();
  steps.clear();
  get('voice-note').hidden = true;
  become('calling');
  await begin();
  line.send({ type: 'dial', from: get('withheld').checked ? 'anonymous' : fromNumber() });
}

/** Ear and mouth for a call, at somebody's own wish: before it a browser lets nothing sound. */
async function begin() {
  get('keypad').focus({ preventScroll: true });
  await sound.wake();
  voices = new Voices(sound, (peer, data) => line.send({ type: 'toPeer', peer, data }));
  voices.addEventListener('deaf', () => alertOf('There is no microphone, or this page may not use it: the caller hears, but is not heard.'));
}

function press(key) {
  sound.key(key);
  if (state === 'connected') {
    line.send({ type: 'press', keys: key });
    captions.pressed(key);
  }
}

function hangUp() {
  if (state === 'ringing' && incoming) {
    line.send({ type: 'reject', call: incoming });
  } else if (inCall() || state === 'ringing') {
    line.send({ type: 'hangUp' });
  }
}

function inCall() {
  return state === 'calling' || state === 'connected';
}

function become(next, outcome = '') {
  const before = state;
  state = next;
  document.body.dataset.state = next;
  if (!showing && inCall()) {
    showing = true;
    requestAnimationFrame(show);
  }
  get('state').textContent = outcome && outcome !== 'completed' ? `${STATES[next]} (${outcome})` : STATES[next];
  get('call').disabled = inCall() || next === 'lost' || next === 'connecting';
  get('end').disabled = !inCall() && next !== 'ringing';
  get('call-label').textContent = next === 'ringing' ? 'Answer' : 'Call';
  get('end-label').textContent = next === 'ringing' ? 'Refuse' : 'Hang up';
  document.title = next === 'ringing' ? '☎ Somebody calls you – Infoline' : 'Phone – Infoline';
  get('timer').hidden = next !== 'connected' && !(next === 'over' && before === 'connected');
  if (next === 'connected') {
    clock = -1;
  }
  if (next === 'over' || (next === 'lost' && ['ringing', 'calling', 'connected'].includes(before))) {
    sound.silence();
    captions.quiet();
    talk('');
    voices?.close();
    voices = null;
    sound.over();
    if (document.activeElement === document.body || document.activeElement === get('keypad') || document.activeElement === get('end')) {
      get('call').focus({ preventScroll: true });
    }
  }
}

/** Somebody is heard from now on, or nobody. */
function talk(name) {
  if (name !== talking) {
    captions.note(name ? `In conversation with ${name}` : 'The voice is gone');
  }
  talking = name;
  get('mute').hidden = !name;
  if (!name && voices) {
    mute(false);
  }
}

function mute(on) {
  voices?.mute(on);
  get('mute').ariaPressed = String(on);
}

function alertOf(text) {
  get('alert').textContent = text;
  get('alert').hidden = !text;
}

function spaced(number) {
  return number.replace(/^(\+48)(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5');
}
