"""Real notices become a pack. All buyers, notices and numbers here are invented."""
