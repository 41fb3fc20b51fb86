"""The link rig: two network namespaces, and between them a bad link that carries every packet by hand.

The kernel's own emulator (netem) is rarely there and wants root. Here each end is a user's own network
namespace with a TUN device; a process of ours takes the packets of one end, delays, loses and holds them back
as a satellite does, and hands them to the other. What runs at the ends are real programs over real TCP.
"""
