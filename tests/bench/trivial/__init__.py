"""The bench's yardstick, as any tutorial builds it: one table, one signed-in create."""
