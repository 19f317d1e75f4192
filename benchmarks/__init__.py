"""Speed and memory in one run on one machine; read the ratios, not the seconds. `make bench` prints them."""
