/* Stands where the TIFF library of tesserocr's wheel looks for JBIG-KIT, which is under the GPL and is not shipped.
 *
 * Sanduku opens TIFF files with Pillow and hands Tesseract pixels alone, so nothing here is ever called. If it were,
 * it would refuse: JBIG-compressed pictures count as files that cannot be read. The signatures are those that the TIFF
 * library calls; nothing of JBIG-KIT is in here.
 */

int jbg_dec_in(void *state, unsigned char *data, unsigned long length, unsigned long *used)
{
    (void)state; (void)data; (void)length;
    if (used)
        *used = 0;
    return 32; /* anything but 0 is a fault */
}

const char *jbg_strerror(int number)
{
    (void)number;
    return "JBIG is not included";
}

unsigned long jbg_dec_getsize(const void *state) { (void)state; return 0; }
unsigned char *jbg_dec_getimage(const void *state, int plane) { (void)state; (void)plane; return 0; }
void jbg_dec_init(void *state) { (void)state; }
void jbg_dec_free(void *state) { (void)state; }
void jbg_enc_init(void) {}
void jbg_enc_out(void *state) { (void)state; }
void jbg_enc_free(void *state) { (void)state; }
int jbg_newlen(unsigned char *data, unsigned long length) { (void)data; (void)length; return 32; }
