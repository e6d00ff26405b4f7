const PATIENCE = 15_000;

/** Why a request has no answer; those with a delay may be sent again. */
export class ServiceError extends Error {
  constructor(kind, message, delay = null) {
    super(message);
    this.kind = kind;
    this.delay = delay;
  }
}

/** The service's HTTP interface. */
export class Service {
  #quietUntil = 0;

  models() {
    return this.#get("v1/models");
  }

  model(name) {
    return this.#get(`v1/model?model=${encodeURIComponent(name)}`);
  }

  predictPicture(name, blob, signal) {
    return this.#post(`v1/predict?model=${encodeURIComponent(name)}`, blob, blob.type || "application/octet-stream", signal);
  }

  readPicture(name, blob, signal) {
    return this.#post(`v1/read?model=${encodeURIComponent(name)}`, blob, blob.type || "application/octet-stream", signal);
  }

  predictPixels(name, pixels, signal) {
    return this.#post(`v1/predict?model=${encodeURIComponent(name)}`, JSON.stringify({ pixels }), "application/json", signal);
  }

  explain(name, pixels, signal) {
    return this.#post(`v1/explain?saliency=false&model=${encodeURIComponent(name)}`, JSON.stringify({ pixels }), "application/json", signal);
  }

  feedback(correction) {
    return this.#post("v1/feedback", JSON.stringify(correction), "application/json");
  }

  #get(path) {
    return this.#fetch(path, { headers: { Accept: "application/json" } });
  }

  #post(path, body, type, signal) {
    return this.#fetch(path, { method: "POST", body, headers: { "Content-Type": type, Accept: "application/json" } }, signal);
  }

  async #fetch(path, options, signal) {
    const quiet = this.#quietUntil - performance.now();
    if (quiet > 0)
      throw new ServiceError("busy", "The service asked for a pause.", quiet);

    let response;
    try {
      const patience = AbortSignal.timeout(PATIENCE);
      response = await fetch(path, { ...options, cache: "no-store", signal: signal ? AbortSignal.any([signal, patience]) : patience });
      if (response.ok)
        return response.status === 204 ? null : await response.json();
    } catch (error) {
      signal?.throwIfAborted();
      throw new ServiceError("unreachable", `The service does not answer (${error.message}).`, 1000);
    }

    throw await this.#refusal(response);
  }

  async #refusal(response) {
    const problem = await response.json().catch(() => ({}));
    const detail = problem.detail ?? problem.title ?? `status ${response.status}`;
    if (response.status === 429 || response.status === 503) {
      const delay = pause(response.headers.get("Retry-After"));
      this.#quietUntil = performance.now() + delay;
      return new ServiceError("busy", detail, delay);
    }
    return response.status >= 500
      ? new ServiceError("failed", detail, 2000)
      : new ServiceError(problem.code ?? "refused", detail);
  }
}

/** Reads Retry-After, in seconds or as a date; milliseconds from now. */
function pause(header) {
  const seconds = Number(header);
  if (header !== null && Number.isFinite(seconds))
    return Math.max(0, seconds * 1000);
  const date = Date.parse(header ?? "");
  return Number.isNaN(date) ? 1000 : Math.max(0, date - Date.now());
}
