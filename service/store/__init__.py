"""The database: tables, transactions and the functions that read and write them. Nothing outside knows SQL."""

from service.store.database import Database, Transaction

__all__ = ["Database", "Transaction"]
