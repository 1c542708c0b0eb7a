from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtCore import QByteArray, QSize, Slot
from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtCore import QLockFile, QStandardPaths
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtCore import QObject, Signal
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtGui import QCloseEvent
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QApplication, QToolTip
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from PySide6.QtWidgets import QLabel, QWidget
from PySide6.QtWidgets import QMainWindow, QWidget
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from PySide6.QtWidgets import QScrollBar, QWidget
from PySide6.QtWidgets import QSizePolicy, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from PySide6.QtWidgets import QWidget