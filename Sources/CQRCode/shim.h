// libqrencode, for codes that a telephone reads from the screen.
#ifndef FRANKPLEDGE_QRCODE_SHIM_H
#define FRANKPLEDGE_QRCODE_SHIM_H

#include <qrencode.h>

#endif
