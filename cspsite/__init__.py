"""Delivery-group reports of a Community Safety Partnership: checked, computed, published."""

__version__ = "0.1.0"
