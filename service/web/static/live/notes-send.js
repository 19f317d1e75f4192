// Sends one note. The answer is { done } where the service has it, { code, problem } where it will not take it as it is,
// and { seconds } where it is to be sent again later: no network, no answer, or too many at once. What is not said in our
// words is no answer of ours: the sign-in page of a hotel's network answers everything with 200.
const PATIENCE = 15000;
const GONE = { code: "closed", problem: "gone" };

export const deliver = async (to, { key, text, element, team }) => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const body = new URLSearchParams({ key, text, element, team });
    const answer = await fetch(to, { method: "POST", body, headers: { Accept: "application/json" }, signal: giveUp.signal });
    if (answer.status === 404) return GONE;
    const said = await answer.json().catch(() => ({}));
    if (said.done || said.problem) return said;
    return { seconds: Number(answer.headers.get("Retry-After")) || 0 };
  } catch {
    return { seconds: 0 };
  } finally {
    clearTimeout(timer);
  }
};
