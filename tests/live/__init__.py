"""The real system for chaos, bench and journeys: its processes, its people, its phones."""
