"""Facts that questionnaires tell. A payload holds ids only."""

SCORED = "questionnaire.scored"  # score_id, client_id
CRITICAL = "questionnaire.critical"  # critical_answer_id, client_id: once an item and weight
FOLLOWED_UP = "questionnaire.followed_up"  # follow_up_id, client_id
