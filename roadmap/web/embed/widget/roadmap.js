/**
 * The custom element `<learning-roadmap>`: a plan as a map and as a list, with what the learner knows marked in it.
 *
 * Its attributes say what the plan is for (see `state.js`), what it does is told by the events `roadmap:load`,
 * `roadmap:change`, `roadmap:open` and `roadmap:error`. It keeps nothing: the page around it does.
 */

import { html } from "./dom.js";
import { journeyOf, knowing } from "./journey.js";
import { NARROW } from "./layout.js";
import { Screen } from "./screen.js";
import { ProblemError, fetchGraph, fetchPlan } from "./service.js";
import { ATTRIBUTES, readState, writeState } from "./state.js";
import { spoken, translator } from "./strings.js";
import { STYLE } from "./styles.js";
import { Tracks } from "./tracks.js";

/** The service this module came from. */
const HOME = new URL("../..", import.meta.url).href.replace(/\/$/, "");

export class LearningRoadmap extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, "role", "lang", "service"];

  #root = this.attachShadow({ mode: "open" });
  #abort = new AbortController();
  #writing = false;
  #due = false;
  #all = false;
  /** @type {import("./journey.js").Journey | null} */
  #journey = null;
  /** @type {Screen | null} */
  #screen = null;
  /** @type {import("./strings.js").Translate} */
  #t = (key) => key;
  #resized = new ResizeObserver(() => this.#show());
  #print = () => this.#screen?.print();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
  }

  connectedCallback() {
    this.#takeRole();
    this.#resized.observe(this);
    addEventListener("beforeprint", this.#print);
    this.#load();
  }

  disconnectedCallback() {
    this.#abort.abort();
    this.#resized.disconnect();
    removeEventListener("beforeprint", this.#print);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (this.#writing || before === now || !this.isConnected) return;
    if (name === "role") return this.#takeRole();
    if (name === "view") return this.#show();
    if (name === "lang") this.#screen = null;
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#load();
    });
  }

  /** What the plan is asked for, and what is marked. */
  get state() {
    return readState(this);
  }

  /** The current plan, as the service answered it; null before there is one. */
  get plan() {
    return this.#journey?.plan ?? null;
  }

  /** `role` belongs to ARIA, where it says what an element is; so what a page writes there moves on. */
  #takeRole() {
    const role = this.getAttribute("role");
    if (role === null) return;
    this.removeAttribute("role");
    this.setAttribute("role-id", role);
  }

  get #view() {
    const view = this.getAttribute("view");
    if (view === "map" || view === "list") return view;
    return this.clientWidth < NARROW ? "list" : "map";
  }

  get #service() {
    return (this.getAttribute("service") ?? HOME).replace(/\/+$/, "");
  }

  /** Ask for the plan and show it. A newer question drops this one. */
  async #load() {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#t = await translator(this.#language);
    if (signal.aborted) return;
    const state = this.state;
    if (!state.role && !state.targets.length) return this.#ask();
    if (!this.#journey) this.#wait();
    try {
      const plan = await fetchPlan(this.#service, state, signal);
      const graph = await fetchGraph(this.#service, plan.graph.id);
      const earlier = await this.#earlier(state, plan, signal);
      if (signal.aborted) return;
      this.#arrive(plan, earlier, graph);
    } catch (error) {
      if (!signal.aborted) this.#fail(/** @type {Error} */ (error));
    }
  }

  /**
   * The steps that were shown for the same goal; all that the goal ever needs, where what is known is to be shown too.
   * @param {import("./state.js").State} state
   * @param {any} plan
   * @param {AbortSignal} signal
   * @returns {Promise<any[]>}
   */
  async #earlier(state, plan, signal) {
    const hides = this.#all && !state.show_known;
    this.#all = state.show_known;
    const shown = this.#journey && !hides && sameGoal(this.#journey.plan, plan) ? this.#journey.steps : [];
    const here = new Set([...shown.map((step) => step.unit), ...plan.known.unused]);
    if (!state.show_known || plan.known.declared.every((/** @type {string} */ unit) => here.has(unit))) return shown;
    const prefer = [...state.prefer, ...plan.known.declared];
    const whole = await fetchPlan(this.#service, { ...state, known: [], from_roles: [], prefer }, signal);
    return whole.steps;
  }

  /**
   * @param {any} plan
   * @param {any[]} earlier
   * @param {any} graph
   */
  #arrive(plan, earlier, graph) {
    this.#journey = journeyOf(plan, earlier, this.state);
    this.#screen ??= this.#build(new Tracks(graph.tracks));
    this.#screen.install(this.#root);
    this.#show();
    this.#tell("load", { plan });
  }

  /** @param {Tracks} tracks */
  #build(tracks) {
    return new Screen(this.#t, this.#language, tracks, this.matches(":dir(rtl)"), {
      opened: (unit) => {
        const { skill, level } = this.#journey?.byUnit.get(unit) ?? {};
        this.#tell("open", { unit, skill, level });
      },
      mark: (unit, status) => this.#mark(unit, status),
      prefer: (units) => this.#change({ prefer: [...this.state.prefer.filter((one) => !units.includes(one)), ...units] }),
      view: (view) => this.#change({ view }),
      all: (all) => this.#change({ show_known: all }),
    });
  }

  /** Show the journey in the view that is asked for, once there is room for it. */
  #show() {
    if (!this.#journey || !this.#screen || !this.clientWidth) return;
    this.#screen.show(this.#journey, this.#view, this.state.show_known);
  }

  /**
   * @param {string} unit
   * @param {import("./journey.js").Status} status
   */
  #mark(unit, status) {
    const journey = this.#journey;
    if (!journey) return;
    const state = this.state;
    const marked = (/** @type {string[]} */ units, /** @type {boolean} */ now) => [...units.filter((one) => one !== unit), ...(now ? [unit] : [])];
    /** @type {Partial<import("./state.js").State>} */
    const changes = { in_progress: marked(state.in_progress, status === "progress"), skipped: marked(state.skipped, status === "skipped") };
    const before = journey.status.get(unit);
    if (status === "known" || before === "known") Object.assign(changes, knowing(journey, state, unit, status === "known"));
    journey.status.set(unit, status);
    this.addEventListener("roadmap:load", () => this.#screen?.tell(unit), { once: true });
    this.#change(changes);
  }

  /**
   * What the learner changes is shown at once, told to the page, and asked anew where it bears on the plan.
   * @param {Partial<import("./state.js").State>} changes
   */
  #change(changes) {
    this.#writing = true;
    writeState(this, changes);
    this.#writing = false;
    this.#show();
    this.#tell("change", this.state);
    if (!("view" in changes)) this.#load();
  }

  #wait() {
    const bones = Array.from({ length: 12 }, () => html("span"));
    this.#root.replaceChildren(html("div", { class: "bones", role: "status", "aria-label": this.#t("loading") }, ...bones));
  }

  /** Say what to do where there is nothing to plan for. */
  #ask() {
    this.#journey = null;
    this.#root.replaceChildren(html("div", { class: "message" }, html("h2", {}, this.#t("empty")), html("p", {}, this.#t("emptyMore"))));
  }

  /** @param {Error} error */
  #fail(error) {
    const problem = error instanceof ProblemError ? error.problem : { title: this.#t("answered"), detail: this.#t("unreachable") };
    const again = html("button", { type: "button", click: () => this.#load() }, this.#t("again"));
    this.#journey = null;
    this.#root.replaceChildren(html("div", { class: "message", role: "alert" }, html("h2", {}, problem.title), html("p", {}, problem.detail), again));
    this.#tell("error", { problem });
  }

  get #language() {
    return spoken(this.closest("[lang]")?.getAttribute("lang"));
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`roadmap:${name}`, { detail, bubbles: true, composed: true }));
  }
}

/**
 * Whether two plans lead to the same, so that what was shown of one may stay for the other.
 * @param {any} one
 * @param {any} other
 */
function sameGoal(one, other) {
  return one.graph.digest === other.graph.digest && one.role?.id === other.role?.id && one.strategy === other.strategy && String(one.targets) === String(other.targets);
}

customElements.define("learning-roadmap", LearningRoadmap);
