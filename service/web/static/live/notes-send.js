// Sends one note. The answer is { done } where the service has it, { code, problem } where it will not take it as it is,
// and { seconds } where it is to be sent again later: no network, no answer, or too many at once.
const PATIENCE = 15000;
const AGAIN = new Set([408, 425, 429]);

export const deliver = async (to, { key, text, element, team }) => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const body = new URLSearchParams({ key, text, element, team });
    const answer = await fetch(to, { method: "POST", body, headers: { Accept: "application/json" }, signal: giveUp.signal });
    if (answer.ok) return { done: true };
    if (answer.status >= 500 || AGAIN.has(answer.status)) return { seconds: Number(answer.headers.get("Retry-After")) || 0 };
    const said = await answer.json().catch(() => ({}));
    return said.problem ? said : { seconds: 60 };
  } catch {
    return { seconds: 0 };
  } finally {
    clearTimeout(timer);
  }
};
