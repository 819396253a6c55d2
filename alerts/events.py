"""Facts that alerts tell, and hears itself: what a person did that others must be told of."""

REOPENED = "alerts.reopened"
ASSIGNED = "alerts.assigned"
PAGER_TRIED = "alerts.pager_tried"
CONTACT_ASKED = "alerts.contact_asked"
