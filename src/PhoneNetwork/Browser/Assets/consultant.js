import { Captions } from './captions.js';
import { Device } from './softphone.js';

const STATES = {
  connecting: 'Connecting',
  ready: 'Waiting for calls',
  ringing: 'Ringing',
  answering: 'Connecting the call',
  connected: 'In a call',
  lost: 'The host does not answer; trying again',
};

const get = id => document.getElementById(id);
const captions = new Captions(get('captions'), get('captions-empty'));
const identity = new URLSearchParams(location.search).get('identity') || 'consultant';
const device = new Device(identity);
let call = null;
let answeredAt = 0;
let clock = 0;

get('identity').textContent = identity;
get('name').value = identity;
get('accept').addEventListener('click', () => accept());
get('end').addEventListener('click', end);
get('mute').addEventListener('click', () => call?.mute(!call.isMuted()));
get('who').addEventListener('submit', event => {
  event.preventDefault();
  location.search = new URLSearchParams({ identity: get('name').value });
});

document.addEventListener('keydown', event => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || target.closest('input')) {
    return;
  }
  if (key === 'Enter' && !target.closest('button, summary, a')) {
    accept();
  } else if (key === 'Escape') {
    end();
  } else if (key.toLowerCase() === 'm' && call?.status() === 'open') {
    call.mute(!call.isMuted());
  } else if (/^[0-9*#]$/.test(key) && call?.status() === 'open') {
    call.sendDigits(key);
    captions.pressed(key);
  }
});

device.on('registered', () => become(call ? document.body.dataset.state : 'ready'));
device.on('unregistered', () => become('lost'));
device.on('error', error => alertOf(error.message));
device.on('incoming', rings);
device.register().catch(() => become('lost'));

function rings(incoming) {
  if (call) {
    incoming.ignore();
    return;
  }
  call = incoming;
  captions.clear();
  alertOf('');
  show({ From: call.parameters.From, ...Object.fromEntries(call.customParameters) });
  become('ringing');
  get('accept').focus({ preventScroll: true });
  call.on('accept', () => {
    answeredAt = performance.now();
    become('connected');
  });
  call.on('mute', on => { get('mute').ariaPressed = String(on); });
  call.on('volume', (_, level) => get('level').style.setProperty('--level', Math.min(1, level * 4).toFixed(3)));
  call.on('hears', hears);
  call.on('warning', warning => {
    if (warning === 'no-microphone') {
      alertOf('There is no microphone, or this page may not use it: you hear, but are not heard.');
    }
  });
  const outcomes = { cancel: 'The caller is gone before the call was accepted', reject: 'Rejected', disconnect: 'The call is over' };
  for (const [event, outcome] of Object.entries(outcomes)) {
    call.on(event, () => {
      call = null;
      show({});
      captions.note(outcome);
      get('level').style.setProperty('--level', 0);
      get('mute').ariaPressed = 'false';
      become(device.state === 'registered' ? 'ready' : 'lost');
    });
  }
}

function hears({ type, name, text, language, digits, kind }) {
  if (type === 'play') {
    captions.begin(text ?? `♪ ${name}`, language);
  } else if (type === 'say' && language) {
    captions.begin(text, language);
  } else if (type === 'say') {
    captions.note(`Somebody says: ${text}`);
  } else if (type === 'tones') {
    captions.note(`Tones: ${digits}`);
  } else if (type === 'tone') {
    captions.note({ ringing: 'Ringing', holdMusic: '♪ Music', beep: 'Beep' }[kind]);
  } else {
    captions.quiet();
  }
}

function accept() {
  if (call?.status() === 'pending') {
    become('answering');
    call.accept();
  }
}

function end() {
  if (call?.status() === 'pending') {
    call.reject();
  } else {
    call?.disconnect();
  }
}

function show(facts) {
  const list = get('facts');
  list.replaceChildren(...Object.entries(facts).flatMap(([name, value]) => [element('dt', name), element('dd', value)]));
  list.hidden = Object.keys(facts).length === 0;
  get('no-call').hidden = !list.hidden;
}

function become(state) {
  document.body.dataset.state = state;
  get('state').textContent = STATES[state];
  get('accept').disabled = state !== 'ringing';
  get('end').disabled = !['ringing', 'answering', 'connected'].includes(state);
  get('end-label').textContent = state === 'ringing' ? 'Reject' : 'Hang up';
  get('mute').disabled = state !== 'connected';
  get('timer').hidden = state !== 'connected';
}

setInterval(() => {
  const seconds = Math.floor((performance.now() - answeredAt) / 1000);
  if (call?.status() === 'open' && seconds !== clock) {
    clock = seconds;
    get('timer').textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  }
}, 200);

function alertOf(text) {
  get('alert').textContent = text;
  get('alert').hidden = !text;
}

function element(name, text) {
  const result = document.createElement(name);
  result.textContent = text;
  return result;
}
