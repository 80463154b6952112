// A worker, because browsers slow the timers of hidden pages down to one a minute and leave workers alone. It beats only while the
// page itself still answers: a frozen page is as good as a closed one.
let seat = '';
let answered = true;
let telephone = '';

// The page may be taking the work under a new seat this very moment: only a seat that is refused twice has lost it.
let refused = '';

const beat = async () => {
  if (!seat) return;
  const mine = seat;
  try {
    const response = await fetch(`/desk/work/beat?seat=${encodeURIComponent(mine)}&telephone=${encodeURIComponent(telephone)}`, { method: 'POST', headers: { 'X-Infoline-Beat': '1' }, redirect: 'manual' });
    if (response.status === 409 && refused !== mine) {
      refused = mine;
      setTimeout(beat, 1000);
    } else if (!response.ok) postMessage({ order: response.type === 'opaqueredirect' ? 401 : response.status, seat: mine });
  } catch {
    // No network: the page's own banner tells, and the next beat tries again.
  }
};

onmessage = ({ data }) => {
  if (data.seat !== undefined) {
    seat = data.seat;
    answered = true;
    beat();
  } else if (data.alive) {
    answered = true;
    telephone = data.telephone;
    beat();
  }
};

setInterval(() => {
  if (!answered) return;
  answered = false;
  postMessage({ ask: true });
}, 5000);
