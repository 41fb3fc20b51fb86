/* Stands in for the frozen program when the installer is tried under Wine. It says which version it is, tells its
   folder, and with a number waits so many seconds, as a program does that somebody works with. */

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#ifndef VERSION
#error "VERSION is the version to tell"
#endif

int main(int count, char **words)
{
    wchar_t place[1024];
    GetModuleFileNameW(NULL, place, 1024);
    printf("Sanduku %s\n", VERSION);
    fflush(stdout);
    if (count > 1 && atoi(words[1]) > 0)
        Sleep(1000 * atoi(words[1]));
    return place[0] == 0;
}
