"""content/plan-templates → templates of plans and their steps."""

from app.plans.library.template import Reading, apply, read

__all__ = ["Reading", "apply", "read"]
