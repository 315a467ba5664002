"""Orders stream: an All Orders file read line by line as its bytes arrive, never held whole."""

from __future__ import annotations

from calculator.reports.all_orders import AllOrders


class OrdersStream:
    """The lines of one file from `next_line` on; what is no whole line yet waits for the next bytes."""

    def __init__(self, orders: AllOrders, next_line: int) -> None:
        self.orders = orders
        self._next_line = next_line
        self._waiting = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes, UTF-8 or what was meant to be."""
        first, last = data.find(b"\n") + 1, data.rfind(b"\n") + 1
        if not last:
            self._waiting += data
            return
        if self._waiting:
            self._next_line = self.orders.take_lines(bytes(self._waiting + data[:first]), self._next_line)
        else:
            first = 0
        self._next_line = self.orders.take_lines(data, self._next_line, first, last)
        self._waiting = bytearray(data[last:])

    def finish(self) -> AllOrders:
        """Return the orders, the last line included."""
        if self._waiting:
            self.orders.take_lines(bytes(self._waiting), self._next_line)
        self.orders.finish()
        return self.orders
