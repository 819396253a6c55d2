"""Facts that delivery tells."""

FAILED = "delivery.failed"
