/** The custom element `<learning-roadmap>`. */
export class LearningRoadmap extends HTMLElement {}

customElements.define("learning-roadmap", LearningRoadmap);
