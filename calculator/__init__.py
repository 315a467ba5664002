"""Order Defect Rate, exact and explained, from a seller's own report files."""
