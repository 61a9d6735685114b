"""Environments for learning agents: `environment` (PettingZoo) and `council_env` (Gymnasium)."""
