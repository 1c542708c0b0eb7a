"""The name under which a packet travels inside a PDF."""

PACKET_NAME = "interview.json"
