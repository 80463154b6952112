// The telephone in the consultant's window: on Twilio the official browser SDK, in development the network of this machine, both in the
// same shape. It is there while this window has the work, on whatever page of the desk, and only a person's click answers.
const root = document.documentElement;
let device = null;
let call = null;
let asked = 0;
let wanted = false;

const become = state => {
  root.dataset.softphone = state;
  document.dispatchEvent(new Event('infoline:softphone'));
};

const card = async () => {
  const response = await fetch('/desk/softphone', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`The desk answers ${response.status}.`);
  return response.json();
};

// The official SDK is a classic script that leaves its parts on the window; the network's is a module.
const load = async script => {
  const module = await import(script);
  return module.Device ?? window.Twilio.Device;
};

const answer = () => {
  if (call?.status() === 'pending') call.accept();
  else asked = Date.now();
};

const rings = incoming => {
  if (call) {
    incoming.ignore();
    return;
  }
  call = incoming;
  const over = () => {
    call = null;
    if (device) become(device.state === 'registered' ? 'ready' : 'lost');
  };
  ['cancel', 'reject', 'disconnect'].forEach(event => call.on(event, over));
  call.on('accept', () => become('talking'));
  call.on('warning', warning => { if (warning === 'no-microphone') become('deaf'); });
  // The button was pressed a moment before the network's ring came here.
  if (Date.now() - asked < 5000) answer();
  asked = 0;
};

export const start = async () => {
  if (wanted) return;
  wanted = true;
  become('starting');
  try {
    const { kind, script, token } = await card();
    if (kind === 'telephone' || kind === 'none') {
      become(kind);
      return;
    }
    const Device = await load(script);
    if (!wanted) return;
    device = new Device(token, { allowIncomingWhileBusy: true });
    device.audio?.incoming(false);
    device.on('registered', () => become(call ? 'talking' : 'ready'));
    device.on('unregistered', () => become('lost'));
    device.on('error', () => become(device?.state === 'registered' ? 'ready' : 'lost'));
    device.on('incoming', rings);
    device.on('tokenWillExpire', async () => device?.updateToken((await card()).token));
    await device.register();
  } catch {
    become('lost');
    wanted = false;
    device?.destroy();
    device = null;
    setTimeout(() => { if (sessionStorage.getItem('infoline-seat')) start(); }, 5000);
  }
};

export const stop = () => {
  wanted = false;
  device?.destroy();
  device = null;
  call = null;
  delete root.dataset.softphone;
};

document.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.closest('[data-softphone-answer]')) answer();
}, { capture: true });
