"""Reports: the files Seller Central gives a seller, read into Amazon's own terms.

`Intake` takes the bytes; `Reading` is what one file turned out to be. One module per report:
`all_orders`, `seller_feedback`, `order_defects` (Amazon's ODR download), `hand_entry`
(`defects.csv`, `order_counts.csv`) and `seller_performance` (V2).
"""

from calculator.reports.intake import Intake as Intake
from calculator.reports.reading import Kind as Kind
from calculator.reports.reading import Reading as Reading
from calculator.reports.received import Received as Received
