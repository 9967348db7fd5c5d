//! The browser side of the product.
