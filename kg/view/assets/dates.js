// Days: partial dates of ISO 8601 and intervals of them, as numbers of days since 1970.
const toDay = text => Date.parse(`${text}T00:00:00Z`) / 86400000;
const fromDay = day => new Date(day * 86400000).toISOString().slice(0, 10);
const lastOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

// The first and the last day of a date, or null: "2024", "2024-05", "2024-Q2", "2024-05-16", "2024-05/2024-06".
function daysOf(date) {
  const [first, last = first] = (date ?? '').split('/').map(wholeDays);
  const days = [first?.[0], (last ?? first)?.[1]];
  return days.every(Number.isFinite) && days[0] <= days[1] ? days : null;
}

function wholeDays(text) {
  const [, year, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (!year) return null;
  if (day) return [toDay(text), toDay(text)];
  const [from, to] = quarter ? [quarter * 3 - 2, quarter * 3] : month ? [Number(month), Number(month)] : [1, 12];
  return [toDay(`${year}-${String(from).padStart(2, '0')}-01`), toDay(lastOfMonth(year, to))];
}

// When each fact was: its own date, or else that of its article.
const factDays = facts.map(fact => daysOf(fact.date) ?? daysOf(articles[fact.article]?.date));

function longDate(date) {
  return /^\d{4}-\d\d-\d\d$/.test(date ?? '')
    ? new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    : date;
}
