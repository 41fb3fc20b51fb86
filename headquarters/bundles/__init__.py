"""Work that comes on sticks: a bundle is taken like the messages of a network, and answered on the stick."""
