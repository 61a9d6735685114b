"""Making the folder that shows the board in any browser: what is fetched, compiled, packed and named."""
