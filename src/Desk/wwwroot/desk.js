// The few things of the pages that only a browser can do: keys, the menu that closes by itself, ages that count on, and the
// reload when the server has forgotten a page.
(() => {
  const typing = element => element?.closest('input, textarea, select, [contenteditable=true]') !== null;
  const visible = element => element.offsetParent !== null || element.getClientRects().length > 0;
  const singleKeys = () => localStorage.getItem('infoline-single-keys') !== 'off';
  let prefix = '';
  let prefixTimer = 0;

  // An element offers a key by data-shortcut: one key ("a"), a key with Alt ("alt+a"), or "g" and a key ("g w").
  const offered = () => [...document.querySelectorAll('[data-shortcut]')].filter(element => visible(element) && !element.disabled);
  const named = element => {
    const words = element.cloneNode(true);
    words.querySelectorAll('kbd').forEach(cap => cap.remove());
    return element.dataset.shortcutName || element.getAttribute('aria-label') || words.textContent.trim();
  };

  const press = key => {
    const element = offered().find(candidate => candidate.dataset.shortcut === key);
    if (element?.hasAttribute('data-focus')) element.focus();
    else element?.click();
    if (element?.matches('summary')) element.parentElement.querySelector('.menu-sheet button, .menu-sheet a, input')?.focus();
    return element !== undefined;
  };

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.repeat) return;
    if (event.key === 'Escape') {
      document.querySelectorAll('details[data-menu][open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
      return;
    }
    if (event.altKey) {
      if (press(`alt+${event.key.toLowerCase()}`)) event.preventDefault();
      return;
    }
    if (typing(event.target) || !singleKeys() || document.querySelector('dialog[open], .mud-dialog')) return;
    if (prefix) {
      const key = `${prefix} ${event.key.toLowerCase()}`;
      prefix = '';
      clearTimeout(prefixTimer);
      if (press(key)) event.preventDefault();
      return;
    }
    if (event.key === 'g') {
      prefix = 'g';
      prefixTimer = setTimeout(() => { prefix = ''; }, 1500);
      return;
    }
    if (press(event.key === '?' ? '?' : event.key.toLowerCase())) event.preventDefault();
  });

  const openShortcuts = () => {
    const dialog = document.getElementById('shortcuts');
    const list = dialog.querySelector('.shortcut-list');
    list.replaceChildren(...offered().flatMap(element => {
      const key = document.createElement('dt');
      element.dataset.shortcut.split(/[ +]/).forEach(part => {
        const cap = document.createElement('kbd');
        cap.textContent = part === 'alt' ? 'Alt' : part;
        key.append(cap);
      });
      const text = document.createElement('dd');
      text.textContent = named(element);
      return [key, text];
    }));
    dialog.querySelector('[data-single-keys]').checked = singleKeys();
    dialog.showModal();
  };

  // A button with data-play="address address" plays recordings one after another, and stops them when pressed again.
  const player = new Audio();
  let playing = null;
  const stopPlaying = () => {
    player.pause();
    playing?.removeAttribute('data-playing');
    playing = null;
  };
  const playInTurn = button => {
    const isStop = playing === button;
    stopPlaying();
    if (isStop) return;
    playing = button;
    button.setAttribute('data-playing', '');
    const addresses = button.dataset.play.split(' ');
    const next = () => {
      const address = addresses.shift();
      if (!address) return stopPlaying();
      player.src = address;
      player.play().catch(stopPlaying);
    };
    player.onended = next;
    player.onerror = stopPlaying;
    next();
  };

  document.addEventListener('click', event => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest('[data-open-shortcuts]')) openShortcuts();
    if (target.closest('[data-close]')) target.closest('dialog').close();
    if (target.closest('[data-reload]')) location.reload();
    if (target.closest('[data-ring-test]')) testRing();
    if (target.closest('[data-fullscreen]')) (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    if (target.closest('[data-menu-done]')) target.closest('details').open = false;
    if (target.closest('.skip-link')) {
      event.preventDefault();
      document.getElementById('main').focus();
    }
    const play = target.closest('[data-play]');
    if (play) playInTurn(play);
    const copy = target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(document.getElementById(copy.dataset.copy).value);
    document.querySelectorAll('details[data-menu][open]').forEach(menu => {
      if (!menu.contains(target)) menu.open = false;
    });
  });

  document.addEventListener('change', event => {
    if (event.target.matches?.('[data-single-keys]')) localStorage.setItem('infoline-single-keys', event.target.checked ? 'on' : 'off');
  });

  // The server has restarted and does not know this page any more: the new one has everything, so get it.
  const banner = document.getElementById('components-reconnect-modal');
  const reloadWhenForgotten = () => {
    if (banner.classList.contains('components-reconnect-rejected')) location.reload();
  };
  if (banner) new MutationObserver(reloadWhenForgotten).observe(banner, { attributes: true, attributeFilter: ['class'] });

  // Times that count: <time data-since="unix-ms" data-offset="server minus browser">. The server need not send a tick each second.
  const clockShift = Number(document.documentElement.dataset.now || Date.now()) - Date.now();
  const two = number => String(number).padStart(2, '0');
  const length = seconds => seconds >= 3600
    ? `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  const tick = () => {
    const now = Date.now() + clockShift;
    const write = (element, text) => {
      if (element.textContent !== text) element.textContent = text;
    };
    document.querySelectorAll('[data-since]').forEach(element => write(element, length(Math.max(0, Math.floor((now - Number(element.dataset.since)) / 1000)))));
    document.querySelectorAll('[data-age]').forEach(element => write(element, `${Math.max(0, Math.floor((now - Number(element.dataset.age)) / 1000))} s`));
    document.querySelectorAll('[data-until]').forEach(element => write(element, length(Math.max(0, Math.ceil((Number(element.dataset.until) - now) / 1000)))));
  };

  // The ring: a tone made here, and a notification when the page is not in front. It follows what the page shows.
  let audio;
  let ring = 0;
  let rung = '';
  const tone = () => {
    audio ??= new AudioContext();
    const start = audio.currentTime;
    [0, 0.45].forEach(offset => {
      const oscillator = audio.createOscillator();
      const volume = audio.createGain();
      oscillator.frequency.value = 660;
      volume.gain.setValueAtTime(0.0001, start + offset);
      volume.gain.exponentialRampToValueAtTime(0.25, start + offset + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + offset + 0.38);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(start + offset);
      oscillator.stop(start + offset + 0.4);
    });
  };
  const notify = text => {
    if (window.Notification?.permission === 'granted' && document.hidden) {
      const note = new Notification('Infoline', { body: text, tag: 'infoline-ring' });
      note.onclick = () => { window.focus(); note.close(); };
    }
  };
  const testRing = () => {
    window.Notification?.requestPermission?.();
    tone();
  };
  const followRing = () => {
    const ringing = document.querySelector('[data-ringing]');
    const text = ringing?.dataset.ringing ?? '';
    if (text && !rung) notify(text);
    rung = text;
    if (text && !ring) {
      tone();
      ring = setInterval(tone, 2500);
    } else if (!text && ring) {
      clearInterval(ring);
      ring = 0;
    }
  };

  // What needs attention on a board comes as a notification too, once for each new text, when the page is not in front.
  let noticed = [];
  const followNotice = () => {
    const texts = [...document.querySelectorAll('[data-notice]')].map(element => element.dataset.notice).filter(text => text);
    texts.filter(text => !noticed.includes(text)).forEach(notify);
    noticed = texts;
  };

  // The sign of life of a consultant's window. It goes on through all pages of this tab, until the work moves or ends.
  const seatKey = 'infoline-seat';
  let worker;
  let page;
  const alive = () => worker?.postMessage({ alive: true, telephone: document.documentElement.dataset.softphone ?? '' });
  const order = ({ data }) => {
    if (data.ask) alive();
    else if (data.seat !== sessionStorage.getItem(seatKey)) return;
    else if (data.order === 409) {
      sit(null);
      page?.invokeMethodAsync('MovedAsync');
    } else if (data.order === 410) page?.invokeMethodAsync('LostAsync');
    else if (data.order === 401) {
      sit(null);
      location.reload();
    }
  };
  const sit = seat => {
    if (seat) sessionStorage.setItem(seatKey, seat);
    else sessionStorage.removeItem(seatKey);
    if (seat && !worker) {
      worker = new Worker('/_content/Infoline.Desk/desk-beat.js');
      worker.onmessage = order;
    }
    worker?.postMessage({ seat: seat ?? '' });
    if (seat) import('/_content/Infoline.Desk/desk-softphone.js').then(({ start }) => start());
    else if (document.documentElement.dataset.softphone) import('/_content/Infoline.Desk/desk-softphone.js').then(({ stop }) => stop());
  };
  window.infoline = { sit: (seat, reference) => { page = reference; sit(seat); } };
  if (sessionStorage.getItem(seatKey)) sit(sessionStorage.getItem(seatKey));
  document.addEventListener('infoline:softphone', alive);
  document.addEventListener('submit', event => {
    if (event.target.action?.endsWith('/desk/sign-out')) sit(null);
  });

  // The frame outlives the pages, so its first link is led to the page that is open now.
  const followPage = () => {
    const skip = document.querySelector('.skip-link');
    const here = `${location.pathname}${location.search}#main`;
    if (skip && skip.getAttribute('href') !== here) skip.setAttribute('href', here);
  };

  const each = () => {
    tick();
    followPage();
    followRing();
    followNotice();
  };
  setInterval(each, 500);
  each();

  // What the server has just drawn shows its time at once, not at the next half second.
  let drawn = false;
  new MutationObserver(() => {
    if (drawn) return;
    drawn = true;
    requestAnimationFrame(() => {
      drawn = false;
      each();
    });
  }).observe(document.body, { childList: true, subtree: true });
})();
