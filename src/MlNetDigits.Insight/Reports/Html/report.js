'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const images = data.images.map(([index, truth, ...top], place) => ({ place, index, truth, predicted: top[0], top }));
  const cells = Map.groupBy?.(images, image => `${image.truth},${image.predicted}`) ?? group(images);
  const sheet = new Image();
  const ready = new Promise(resolve => {
    sheet.onload = resolve;
    sheet.src = data.sheet;
  });

  function group(list) {
    const groups = new Map();
    for (const image of list) {
      const key = `${image.truth},${image.predicted}`;
      groups.set(key, [...groups.get(key) ?? [], image]);
    }
    return groups;
  }

  const plural = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

  function element(name, text) {
    const created = document.createElement(name);
    created.textContent = text;
    return created;
  }

  // Cuts an image out of the sheet.
  async function draw(target, place) {
    await ready;
    const canvas = document.createElement('canvas');
    canvas.width = data.width;
    canvas.height = data.height;
    const x = place % data.columns * data.width, y = Math.floor(place / data.columns) * data.height;
    canvas.getContext('2d').drawImage(sheet, x, y, data.width, data.height, 0, 0, data.width, data.height);
    target.src = canvas.toDataURL();
  }

  // Fills the page's template of a figure.
  function figure(image) {
    const node = document.getElementById('digit').content.firstElementChild.cloneNode(true);
    const [truth, predicted] = [data.names[image.truth], data.names[image.predicted]];
    const isHit = truth === predicted;
    node.classList.add(isHit ? 'hit' : 'miss');
    const picture = node.querySelector('img');
    picture.alt = isHit ? `${truth}, recognized` : `${truth}, recognized as ${predicted}`;
    draw(picture, image.place);
    node.querySelector('figcaption').append(
      element('b', truth), ...isHit ? [] : [' as ', element('b', predicted)], ' ', element('small', `#${image.index}`));
    const list = node.querySelector('ol'), row = list.firstElementChild;
    row.remove();
    for (let i = 0; i < image.top.length; i += 2) {
      const entry = row.cloneNode(true), percent = image.top[i + 1] / 10;
      entry.className = image.top[i] === image.truth ? 'truth' : 'other';
      entry.firstElementChild.textContent = data.names[image.top[i]];
      entry.firstElementChild.title = data.names[image.top[i]];
      entry.querySelector('rect').setAttribute('width', percent);
      entry.lastElementChild.textContent = `${percent.toFixed(1)} %`;
      list.append(entry);
    }
    return node;
  }

  // The confusion matrix: one cell is in the order of Tab, arrows move among all.
  const grid = document.querySelector('.confusion');
  const rows = [...grid.tBodies[0].rows].map(row => [...row.querySelectorAll('button')]);
  const panel = document.getElementById('cell');
  let current;

  function select(cell) {
    if (current) {
      current.tabIndex = -1;
      current.removeAttribute('aria-pressed');
    }
    current = cell;
    cell.tabIndex = 0;
    cell.setAttribute('aria-pressed', 'true');
    const { true: truth, predicted, count } = cell.dataset;
    const known = (cells.get(`${truth},${predicted}`) ?? []).slice(0, 24);
    const heading = element('h3', truth === predicted
      ? `${data.names[truth]}, recognized`
      : `${data.names[truth]} recognized as ${data.names[predicted]}`);
    const shown = known.length < count ? `${plural(Number(count), 'image')}, of which ${known.length} are shown` : plural(Number(count), 'image');
    const gallery = document.createElement('div');
    gallery.className = 'gallery';
    gallery.append(...known.map(figure));
    panel.replaceChildren(heading, element('p', `${shown}.`), gallery);
  }

  function step(event) {
    const row = rows.findIndex(list => list.includes(event.target));
    if (row < 0) return;
    const column = rows[row].indexOf(event.target), last = rows.length - 1;
    const [y, x] = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? last : row, last],
    }[event.key] ?? [];
    if (y === undefined) return;
    event.preventDefault();
    const cell = rows[Math.min(last, Math.max(0, y))][Math.min(last, Math.max(0, x))];
    select(cell);
    cell.focus();
  }

  grid.addEventListener('keydown', step);
  grid.addEventListener('click', event => {
    const cell = event.target.closest('button');
    if (cell) select(cell);
  });
  const wrong = rows.flat().filter(cell => cell.dataset.true !== cell.dataset.predicted);
  const worst = wrong.reduce((best, cell) => Number(cell.dataset.count) > Number(best?.dataset.count ?? 0) ? cell : best, undefined);
  select(worst ?? rows[0][0]);

  // The map of features: the marked point's image stands beside it.
  const map = document.querySelector('.map');
  if (map) {
    const points = [...map.querySelectorAll('[data-index]')], detail = document.getElementById('point');
    let marked = -1;
    const mark = place => {
      if (place < 0 || place === marked) return;
      points[marked]?.classList.remove('marked');
      marked = place;
      points[marked].classList.add('marked');
      detail.replaceChildren(figure(images[Number(points[marked].dataset.index)]));
    };
    const pointed = event => mark(points.indexOf(event.target.closest('[data-index]')));
    map.addEventListener('pointerover', pointed);
    map.addEventListener('click', pointed);
    map.addEventListener('keydown', event => {
      const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!move) return;
      event.preventDefault();
      mark(Math.min(points.length - 1, Math.max(0, marked + move)));
    });
  }

  // The theme: as the system has it, light or dark.
  const button = document.getElementById('theme'), themes = ['system', 'light', 'dark'];
  button.hidden = false;
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(document.documentElement.dataset.theme ?? 'system') + 1) % themes.length];
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    button.querySelector('span').textContent = next;
  });
})();
