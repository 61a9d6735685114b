"""Play one game of Caffael by random legal actions, through the PettingZoo environment, and print how it ended."""

from caffael.rules.notation import to_text
from caffael.simulation.research.environment import env


def main() -> None:
    """Three years of two councils with the deal of seed 7. The same numbers come out every time."""
    game = env(scenario="smarter-spending", seats=2, years=3)
    game.reset(seed=7)
    for seat, agent in enumerate(game.agents):
        game.action_space(agent).seed(seat)
    earned = dict.fromkeys(game.possible_agents, 0.0)
    for agent in game.agent_iter():
        seen, reward, terminated, truncated, info = game.last()
        earned[agent] += reward
        if terminated or truncated:
            print(f"{agent} ends with a score of {info['score']}, {earned[agent]:+.0f} since the start.")
            game.step(None)
            continue
        action = game.action_space(agent).sample(seen["action_mask"])
        print(f"{agent}: {to_text(int(action), game.cards, game.pack.ids)}")
        game.step(action)


if __name__ == "__main__":
    main()
