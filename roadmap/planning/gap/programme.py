"""Integer programmes over yes-or-no variables, solved by HiGHS one objective after the other.

The same programme gives the same answer: one thread, a fixed seed, no tolerance wide enough to matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import highspy
import highspy.highs

Variable = highspy.highs.highs_var
Expression = highspy.highs.highs_linear_expression

Term = Variable | Expression | int
"""A variable, a sum of weighted variables, or a fixed number."""

BLOCK = 16
"""How many ties are broken in one run: weights up to 2¹⁵ stay far inside the solver's precision."""

HALF = 0.5
"""Every objective is a whole number: two values less than one half apart are the same."""


class _SilentHighs(highspy.Highs):
    """HiGHS that prints nothing: its banner would come with the first thing done to it, which is this."""

    def __init__(self) -> None:
        highspy.Highs.__init__(self)

    def enableCallbacks(self) -> None:  # noqa: N802
        self.silent()
        highspy.Highs.enableCallbacks(self)


class Programme:
    """A model under construction. Each objective minimised stays at its optimum for the ones after it.

    `most_nodes` bounds the search for each optimum, after which there is none; without it the search ends with one.
    """

    def __init__(self, most_nodes: int | None = None) -> None:
        self._model = _SilentHighs()
        if most_nodes is not None:
            self._model.setOptionValue("mip_max_nodes", most_nodes)
        self._model.setOptionValue("threads", 1)
        self._model.setOptionValue("random_seed", 0)
        self._model.setOptionValue("mip_rel_gap", 0.0)
        self._model.setOptionValue("mip_abs_gap", HALF)
        self.variable()  # without any, HiGHS would not look at what is demanded

    def variable(self) -> Variable:
        """A new variable that is 0 or 1."""
        new: Variable = self._model.addBinary()
        return new

    def at_least(self, left: Term, right: Term) -> None:
        """Demand left ≥ right."""
        self._model.addConstr(total([left]) >= total([right]))

    def minimise(self, objective: Expression) -> bool:
        """Minimise, and hold the optimum from here on. False when none was found."""
        self._model.minimize(objective)
        if self._model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return False
        self._model.addConstr(objective <= round(self._model.getObjectiveValue()) + HALF)
        return True

    def prefer_first(self, variables: Sequence[Variable]) -> bool:
        """Among the solutions left, the one that takes the first variable if any does, then the second, …

        A block at a time, each variable weighing twice the next, so that the first to differ decides. False when none
        was found.
        """
        blocks = (variables[start : start + BLOCK] for start in range(0, len(variables), BLOCK))
        return all(
            self.minimise(total([-(1 << BLOCK - place) * taken for place, taken in enumerate(block)]))
            for block in blocks
        )

    def is_taken(self, variable: Variable) -> bool:
        """Whether a variable is 1 in the solution last found."""
        return bool(self._model.val(variable) > HALF)


def total(terms: Iterable[Term]) -> Expression:
    """The sum of some terms."""
    expression = Expression()
    for term in terms:
        expression += term
    return expression
