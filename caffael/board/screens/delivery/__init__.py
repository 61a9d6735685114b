"""The delivery of a year, told contract by contract.

stage       the contract that is being checked, large, and every council's contracts, small, with what came of them
screen      the page that tells them one after the other
"""
