/** The form of an advert: skills that are known are found by any name. */

import { all } from "./dom.js";
import { SkillField } from "./skills.js";

for (const field of all("[data-skills]")) new SkillField(field, () => {});
